package dev.lethe.tensor.pickle;

import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.safetensors.StoredType;

/**
 * What a file says about one tensor, already checked against the file.
 *
 * @param name unique within the file
 * @param type how its values are stored
 * @param shape its dimensions
 */
public record StateDictEntry(String name, StoredType type, Shape shape) {}
