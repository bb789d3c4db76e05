/** TODO-DOC. */
@NullMarked
package dev.lethe.testkit;

import org.jspecify.annotations.NullMarked;
