/** One file from the network to the disk: resumed where it broke, checked before it is in place. */
@NullMarked
package dev.lethe.fetch.download;

import org.jspecify.annotations.NullMarked;
