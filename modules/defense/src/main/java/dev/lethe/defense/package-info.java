/** What this bundle offers: the defences of the paper and its regularizer. */
@NullMarked
package dev.lethe.defense;

import org.jspecify.annotations.NullMarked;
