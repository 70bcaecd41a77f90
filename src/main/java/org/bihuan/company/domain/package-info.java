@NullMarked
package org.bihuan.company.domain;

import org.jspecify.annotations.NullMarked;
