/** From pictures to normalized pixels, equal to Pillow and torchvision pixel by pixel. */
@NullMarked
package dev.lethe.clip.image;

import org.jspecify.annotations.NullMarked;
