/** COCO's annotations of pictures, read as a stream. */
@NullMarked
package dev.lethe.data.coco;

import org.jspecify.annotations.NullMarked;
