/** What every launcher of trials must do. */
@NullMarked
package dev.lethe.testkit.trial;

import org.jspecify.annotations.NullMarked;
