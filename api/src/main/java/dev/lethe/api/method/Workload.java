package dev.lethe.api.method;

import dev.lethe.api.model.ModelInfo;

/**
 * How much there is to work on, as far as that is known before anything is computed.
 *
 * @param model what a look at the checkpoint told
 * @param modelBytes the size of its files
 * @param requests how many people are to be forgotten
 * @param captions how many captions there are to train on
 * @param subjects how many people are under attack
 * @param pictures how many pictures of them there are
 * @param candidates how many names an attacker chooses from
 */
public record Workload(
    ModelInfo model,
    long modelBytes,
    int requests,
    int captions,
    int subjects,
    long pictures,
    int candidates) {}
