/** How implementations are offered, found and created. */
@Version("0.1.0")
@NullMarked
package dev.lethe.api.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
