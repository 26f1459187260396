package org.ncsoversight.criteria.register.viewing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ncsoversight.criteria.register.model.Contract;

/** What areas are called on a day, by touchpoint; those of one name are told apart by it. */
record AreaLabels(Map<String, String> byTouchpoint) {

    static AreaLabels of(Collection<Contract> contracts, LocalDate day) {
        var names = new TreeMap<String, String>();
        contracts.forEach(contract -> names.put(contract.touchpoint().value(), contract.areaOn(day)));
        var all = List.copyOf(names.values());
        names.replaceAll(
                (touchpoint, name) -> Collections.frequency(all, name) == 1 ? name : name + " (" + touchpoint + ")");
        return new AreaLabels(names);
    }

    String of(Contract contract) {
        return byTouchpoint.getOrDefault(contract.touchpoint().value(), contract.area());
    }
}
