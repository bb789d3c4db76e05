/** What a defense changed: metrics of a model beside its original. */
@Version("0.1.0")
@NullMarked
package dev.lethe.api.evaluation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
