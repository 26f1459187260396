package org.ncsoversight.evidence.registers.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rows as anybody might type them, made up from a seed. */
public final class RandomRows {

    private static final List<String> WORDS = List.of(
            "Aim",
            "=1+1",
            "'quoted",
            "-5",
            "+44",
            "@home",
            "a,b",
            "two\nlines",
            "“said”",
            "\"q\"",
            "Łódź 概要",
            "#7",
            "x;y");

    private RandomRows() {}

    public static Map<String, String> typed(Register register, Random random) {
        var typed = new LinkedHashMap<String, String>();
        for (Column column : register.columns()) {
            if (column.required() || random.nextBoolean()) {
                typed.put(column.code(), cell(column, random));
            }
        }
        return typed;
    }

    private static String cell(Column column, Random random) {
        return switch (column.type()) {
            case ColumnType.Text _ ->
                WORDS.get(random.nextInt(WORDS.size())) + (random.nextBoolean() ? "" : " " + random.nextInt(1000));
            case ColumnType.Choice(var options) ->
                options.get(random.nextInt(options.size())).title();
            case ColumnType.Day() ->
                LocalDate.parse("2026-01-01").plusDays(random.nextInt(320)).toString();
            case ColumnType.Figure number ->
                number.least().signum() < 0
                        ? java.math.BigDecimal.valueOf(random.nextInt(20_000) - 5_000, 2)
                                .toPlainString()
                        : Integer.toString(1 + random.nextInt(number.most().intValueExact()));
        };
    }
}
