package org.bihuan.shared.table;

import org.bihuan.shared.ExportColumn.Form;

/** What stands above a column. */
record Heading(String title, Form form, int width) {}
