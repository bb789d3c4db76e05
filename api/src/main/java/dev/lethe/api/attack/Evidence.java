package dev.lethe.api.attack;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What an attacker has of one subject, such as {@link Pictures} of a person. A recipe may bring
 * kinds of its own: an attack asks for those it works on by type.
 */
@ConsumerType
public interface Evidence {}
