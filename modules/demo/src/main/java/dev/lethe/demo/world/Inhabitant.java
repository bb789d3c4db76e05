package dev.lethe.demo.world;

/** A person of the world with a name. */
record Inhabitant(String name, Face face) {}
