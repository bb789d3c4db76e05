/** Runs extensions in a test as a real run would: with Guice, without OSGi. */
@Version("0.1.0")
@NullMarked
package dev.lethe.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
