package dev.lethe.tensor.pickle;

import dev.lethe.tensor.stored.StoredType;

/**
 * A run of values in the file that one tensor or several tensors show.
 *
 * @param type how a value is stored
 * @param begin where its bytes begin, counted from the start of the file
 * @param size the number of values
 */
record Storage(StoredType type, long begin, long size) {}
