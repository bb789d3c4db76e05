/** Whether pictures and the captions that people wrote about them still find each other. */
@NullMarked
package dev.lethe.evaluation.retrieval;

import org.jspecify.annotations.NullMarked;
