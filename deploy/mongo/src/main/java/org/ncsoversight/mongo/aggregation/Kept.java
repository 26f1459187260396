package org.ncsoversight.mongo.aggregation;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.backend.aggregation.accumulator.Accumulator;
import de.bwaldvogel.mongo.backend.aggregation.accumulator.AddToSetAccumulator;
import de.bwaldvogel.mongo.backend.aggregation.accumulator.AvgAccumulator;
import de.bwaldvogel.mongo.backend.aggregation.accumulator.PushAccumulator;
import de.bwaldvogel.mongo.backend.aggregation.accumulator.SumAccumulator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.HeapSize;

/** What one accumulator keeps for one group, with the room for it. */
final class Kept {

    private final Accumulator accumulator;
    private final Allowance allowance;
    private final Set<Object> different = new HashSet<>();
    private long largest;

    Kept(Accumulator accumulator, Allowance allowance) {
        this.accumulator = accumulator;
        this.allowance = allowance;
    }

    String field() {
        return accumulator.getField();
    }

    @Nullable
    Object result() {
        return accumulator.getResult();
    }

    void add(Document document) {
        Object value = Expression.evaluateDocument(accumulator.getExpression(), document);
        switch (accumulator) {
            case SumAccumulator _, AvgAccumulator _ -> accumulator.aggregate(value);
            case PushAccumulator _ -> {
                allowance.take(sizeOf(value));
                accumulator.aggregate(value);
            }
            case AddToSetAccumulator _ -> addIfDifferent(value);
            default -> keepOneOf(value);
        }
    }

    private void addIfDifferent(@Nullable Object value) {
        if (!Missing.isNullOrMissing(value) && different.add(value)) {
            allowance.take(sizeOf(value) + 2L * HeapSize.ENTRY);
            accumulator.aggregate(value);
        }
    }

    /** The first, the last, the least or the greatest: room for the largest there was is enough. */
    private void keepOneOf(@Nullable Object value) {
        long size = sizeOf(value);
        if (size > largest) {
            allowance.take(size - largest);
            largest = size;
        }
        accumulator.aggregate(value);
    }

    private static long sizeOf(@Nullable Object value) {
        return HeapSize.OBJECT + HeapSize.of(value);
    }
}
