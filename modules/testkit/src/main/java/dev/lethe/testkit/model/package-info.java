/** What every model, its towers, and what reads and creates it must do. */
@Version("0.1.0")
@NullMarked
package dev.lethe.testkit.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
