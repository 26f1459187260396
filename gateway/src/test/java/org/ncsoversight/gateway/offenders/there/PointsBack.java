package org.ncsoversight.gateway.offenders.there;

import org.ncsoversight.gateway.offenders.here.ReadsBodies;

/** Closes the circle on purpose. */
public class PointsBack {

    public ReadsBodies here() {
        return new ReadsBodies();
    }
}
