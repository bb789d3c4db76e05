package dev.lethe.tensor.pickle;

/**
 * Something that is saved beside weights, such as a device or the arguments of a training. Nothing
 * but the name of what made it is known, and what is put into it is dropped.
 *
 * @param name of the class or the function
 */
record Opaque(String name) {}
