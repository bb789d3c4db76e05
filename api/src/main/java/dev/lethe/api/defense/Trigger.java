package dev.lethe.api.defense;

/**
 * A benign backdoor: texts with the trigger shall embed as if the target stood there.
 *
 * @param person whom it makes forgotten
 * @param trigger the person's name or an alias
 * @param target the neutral text, such as {@code human}
 */
public record Trigger(String person, String trigger, String target) {}
