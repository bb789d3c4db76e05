/** A filter that replaces names before a text is read, and the model that has one. */
@NullMarked
package dev.lethe.plugin.filter;

import org.jspecify.annotations.NullMarked;
