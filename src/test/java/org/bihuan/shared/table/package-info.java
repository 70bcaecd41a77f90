@NullMarked
package org.bihuan.shared.table;

import org.jspecify.annotations.NullMarked;
