package dev.lethe.clip.text;

/**
 * What bounds a tree of tokens.
 *
 * @param nodes the most nodes, unless one text has more
 * @param reads the most tokens of the texts, shared ones counted for each, unless one text has more
 * @param padding how much longer than the shortest a row may be that shares a matrix with it, as a
 *     share of its length
 */
public record TreeBounds(int nodes, int reads, double padding) {}
