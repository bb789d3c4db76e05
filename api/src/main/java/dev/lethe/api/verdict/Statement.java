package dev.lethe.api.verdict;

import org.jspecify.annotations.Nullable;

/**
 * What a metric says in a verdict. It names nobody.
 *
 * @param label what it is, in a few words, for the top of the page; or null where the sentence is
 *     enough
 * @param sentence what the numbers before and after say
 */
public record Statement(@Nullable String label, String sentence) {}
