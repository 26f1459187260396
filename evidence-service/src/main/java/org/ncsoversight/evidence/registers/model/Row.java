package org.ncsoversight.evidence.registers.model;

import java.util.UUID;

/**
 * One row of a provider's register.
 *
 * @param place counts up in the order rows were added, so that a list can go on after any of them
 * @param version counts up from 1 with each change
 * @param removed taken off the list, but kept with its history so that it can come back
 */
public record Row(UUID id, long place, long version, Cells cells, boolean removed) {}
