/** Lists and hashes folders of pictures in an order that no machine changes. */
@NullMarked
package dev.lethe.data.folder;

import org.jspecify.annotations.NullMarked;
