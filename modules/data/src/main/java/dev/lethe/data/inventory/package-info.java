/** What is in the pictures of a data set, and which of them cannot be read. */
@NullMarked
package dev.lethe.data.inventory;

import org.jspecify.annotations.NullMarked;
