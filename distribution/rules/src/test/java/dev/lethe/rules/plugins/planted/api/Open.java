package dev.lethe.rules.plugins.planted.api;

/** Anybody may use it. */
public interface Open {}
