@NullMarked
package org.bihuan.workorder.job;

import org.jspecify.annotations.NullMarked;
