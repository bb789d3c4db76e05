package dev.lethe.tensor.safetensors;

import ai.djl.ndarray.types.Shape;

/**
 * What a file's header says about one tensor, already checked against the file.
 *
 * @param name unique within the file
 * @param type how its values are stored
 * @param shape its dimensions
 * @param begin where its bytes begin, counted from the start of the file
 * @param length the number of its bytes
 */
public record TensorEntry(String name, StoredType type, Shape shape, long begin, long length) {}
