package org.ncsoversight.evidence.exchange.sending;

import java.util.regex.Pattern;

/** Ports from one to another, both included. */
public record PortRange(int first, int last) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");
    private static final int HIGHEST = 65_535;

    public PortRange {
        if (first < 1 || first > last || last > HIGHEST) {
            throw new IllegalArgumentException("not a range of ports: " + first + "-" + last);
        }
    }

    /** As settings write it: 28000-65535. */
    public static PortRange of(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("not a range of ports like 28000-65535: " + text);
        }
        return new PortRange(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    boolean contains(int port) {
        return port >= first && port <= last;
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
