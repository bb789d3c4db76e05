/** What a run of this recipe shows, in sentences: judgement, consequences, limits. */
@NullMarked
package dev.lethe.forgetting.verdict;

import org.jspecify.annotations.NullMarked;
