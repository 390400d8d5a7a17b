package io.crosswise.demo;

import io.crosswise.shared.StableHash;
import java.util.List;

/**
 * Named throws of seeded dice: the same seed, owner and name always fall alike, whatever was thrown before; StrictMath, so
 * that every machine throws the same.
 */
final class Dice {
    private final long word;

    private Dice(long word) {
        this.word = word;
    }

    static Dice of(long seed, String owner) {
        return new Dice((long) (StableHash.uniform("dice-" + seed, owner) * (1L << 53)));
    }

    /** In [0,1). */
    double uniform(String name, int index) {
        long hash = word ^ 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return (mixed(hash + 0x9e3779b97f4a7c15L * (index + 1)) >>> 11) * 0x1.0p-53;
    }

    double uniform(String name) {
        return uniform(name, 0);
    }

    boolean chance(String name, double probability) {
        return uniform(name) < probability;
    }

    /** A whole number from {@code from} to {@code to}, both included. */
    int between(String name, int from, int to) {
        return from + (int) (uniform(name) * (to - from + 1));
    }

    /** Standard normal by Box and Muller (1958). */
    double normal(String name, int index) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(name, 2 * index)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(name, 2 * index + 1));
    }

    double normal(String name) {
        return normal(name, 0);
    }

    /** Exponentially distributed with the mean given. */
    double waiting(String name, double mean) {
        return -mean * StrictMath.log(1 - uniform(name));
    }

    <T> T pick(String name, List<T> choices) {
        return choices.get((int) (uniform(name) * choices.size()));
    }

    /** The index of a weight, each as likely as its share of the sum. */
    int weighted(String name, double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double draw = total * uniform(name);
        int index = 0;
        while (index < weights.length - 1 && (draw -= weights[index]) >= 0) {
            index++;
        }
        return index;
    }

    /** Finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
