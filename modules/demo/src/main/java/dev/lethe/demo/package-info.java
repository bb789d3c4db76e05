/** TODO-DOC. */
@NullMarked
package dev.lethe.demo;

import org.jspecify.annotations.NullMarked;
