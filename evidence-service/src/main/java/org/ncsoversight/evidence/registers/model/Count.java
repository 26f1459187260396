package org.ncsoversight.evidence.registers.model;

/**
 * What one measure counts in a register on a day.
 *
 * @param measure the measure's code in the edition of the Standard, for example advisers-level-4
 * @param numerator how many of them are as they should be
 * @param denominator how many there are to judge; with none nothing is judged
 */
public record Count(String measure, long numerator, long denominator) {

    public Count {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(measure + " counts " + numerator + " of " + denominator);
        }
    }
}
