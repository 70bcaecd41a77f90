@NullMarked
package org.bihuan.workorder;

import org.jspecify.annotations.NullMarked;
