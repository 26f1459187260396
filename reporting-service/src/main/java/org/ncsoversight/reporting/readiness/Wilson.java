package org.ncsoversight.reporting.readiness;

/** The Wilson score interval of a share, at 95 %; the share's numerator may be a weighted sum. */
public record Wilson(double lower, double upper) {

    private static final double Z = 1.9599639845400536;

    /** Of x out of n. */
    public static Wilson of(double x, double n) {
        if (!(x >= 0 && n > 0 && x <= n)) {
            throw new IllegalArgumentException("Not a share: " + x + " of " + n);
        }
        double zz = Z * Z;
        double middle = 2 * x + zz;
        double half = Z * Math.sqrt(zz + 4 * x * (1 - x / n));
        double width = 2 * (n + zz);
        return new Wilson(Math.clamp((middle - half) / width, 0, 1), Math.clamp((middle + half) / width, 0, 1));
    }
}
