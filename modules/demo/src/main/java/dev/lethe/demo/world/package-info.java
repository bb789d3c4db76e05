/** The demo world: drawn people and shapes, their captions, and the folder that holds them. */
@NullMarked
package dev.lethe.demo.world;

import org.jspecify.annotations.NullMarked;
