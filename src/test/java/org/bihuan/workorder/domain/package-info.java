@NullMarked
package org.bihuan.workorder.domain;

import org.jspecify.annotations.NullMarked;
