/** Lists as files: the formats, and what keeps a file of any length from being a burden. */
@NullMarked
package org.bihuan.shared.table;

import org.jspecify.annotations.NullMarked;
