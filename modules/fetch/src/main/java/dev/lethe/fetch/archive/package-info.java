/** Archives of strangers, unpacked without letting them write anywhere else. */
@NullMarked
package dev.lethe.fetch.archive;

import org.jspecify.annotations.NullMarked;
