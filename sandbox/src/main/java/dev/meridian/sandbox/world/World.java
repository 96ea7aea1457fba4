package dev.meridian.sandbox.world;

/** The world as each of its servers is given it. */
public record World(WorldSpec spec, WorldClock clock, Journal journal, Faults faults) {}
