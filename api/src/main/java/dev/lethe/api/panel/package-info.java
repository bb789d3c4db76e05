/**
 * What a report draws: tables, curves, maps and the like, as data. Methods and recipes give them.
 */
@Version("0.1.0")
@NullMarked
package dev.lethe.api.panel;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
