package dev.lethe.api.plugin;

import jakarta.inject.Scope;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a class of which a run has one instance. */
@Scope
@Retention(RetentionPolicy.RUNTIME)
public @interface RunScoped {}
