@NullMarked
package org.bihuan.company.web;

import org.jspecify.annotations.NullMarked;
