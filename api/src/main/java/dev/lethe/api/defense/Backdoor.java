package dev.lethe.api.defense;

/**
 * A benign backdoor: wherever the trigger stands, the model shall compute as if the target stood
 * there.
 *
 * @param person whom it makes forgotten
 * @param trigger what calls the person up: a name, an alias, a patch in a picture
 * @param target what it means from then on
 */
public record Backdoor(String person, Trigger trigger, Target target) {}
