/** Captions from Parquet files, such as the metadata of LAION and what img2dataset writes. */
@NullMarked
package dev.lethe.plugin.parquet;

import org.jspecify.annotations.NullMarked;
