/** The recipe that makes a model forget people and measures whether it did; the audit beside it. */
@NullMarked
package dev.lethe.forgetting;

import org.jspecify.annotations.NullMarked;
