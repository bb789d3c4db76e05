package dev.lethe.rules.core.coupled.attack;

public record Sight(double top1) {}
