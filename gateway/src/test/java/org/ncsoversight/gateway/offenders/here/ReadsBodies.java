package org.ncsoversight.gateway.offenders.here;

import jakarta.servlet.http.HttpServletRequest;
import org.ncsoversight.gateway.offenders.there.PointsBack;

/** Breaks the rules on purpose. */
public class ReadsBodies {

    public PointsBack there = new PointsBack();

    public String read(HttpServletRequest request) {
        return request.getParameter("name");
    }
}
