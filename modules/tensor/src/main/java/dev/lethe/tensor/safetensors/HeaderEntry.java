package dev.lethe.tensor.safetensors;

import dev.lethe.tensor.stored.StoredTensor;

/**
 * What a file's header says about one tensor, already checked against the file.
 *
 * @param tensor what users see of it
 * @param begin where its bytes begin, counted from the start of the file
 */
record HeaderEntry(StoredTensor tensor, long begin) {}
