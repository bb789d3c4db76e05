/** The @kind@ {@code @name@}. */
@NullMarked
package @package@;

import org.jspecify.annotations.NullMarked;
