/**
 * 341 of the 2,231 named character references of WHATWG HTML §13.5: all of HTML 4, all for ASCII characters, all for spaces
 * and general punctuation (docs/decisions/0010). Groups of names in the order of their code points, with a comma between, each
 * with its distance from the group before in front unless that is 1. Names with `!` are known without a semicolon too.
 */
export const NAMES =
  '9Tab,NewLine,23excl,QUOT! quot!,num,dollar,percnt,AMP! amp!,apos,lpar,rpar,ast midast,plus,comma,2period,sol,' +
  '11colon,semi,LT! lt!,equals,GT! gt!,quest,commat,27lbrack lsqb,bsol,rbrack rsqb,Hat,UnderBar lowbar,' +
  'DiacriticalGrave grave,27lbrace lcub,VerticalLine verbar vert,rbrace rcub,35nbsp!,iexcl!,cent!,pound!,curren!,' +
  'yen!,brvbar!,sect!,uml!,COPY! copy!,ordf!,laquo!,not!,shy!,REG! reg!,macr!,deg!,plusmn!,sup2!,sup3!,acute!,' +
  'micro!,para!,middot!,cedil!,sup1!,ordm!,raquo!,frac14!,frac12!,frac34!,iquest!,Agrave!,Aacute!,Acirc!,Atilde!,' +
  'Auml!,Aring!,AElig!,Ccedil!,Egrave!,Eacute!,Ecirc!,Euml!,Igrave!,Iacute!,Icirc!,Iuml!,ETH!,Ntilde!,Ograve!,' +
  'Oacute!,Ocirc!,Otilde!,Ouml!,times!,Oslash!,Ugrave!,Uacute!,Ucirc!,Uuml!,Yacute!,THORN!,szlig!,agrave!,aacute!,' +
  'acirc!,atilde!,auml!,aring!,aelig!,ccedil!,egrave!,eacute!,ecirc!,euml!,igrave!,iacute!,icirc!,iuml!,eth!,' +
  'ntilde!,ograve!,oacute!,ocirc!,otilde!,ouml!,divide!,oslash!,ugrave!,uacute!,ucirc!,uuml!,yacute!,thorn!,yuml!,' +
  '83OElig,oelig,13Scaron,scaron,23Yuml,26fnof,308circ,22tilde,181Alpha,Beta,Gamma,Delta,Epsilon,Zeta,Eta,Theta,' +
  'Iota,Kappa,Lambda,Mu,Nu,Xi,Omicron,Pi,Rho,2Sigma,Tau,Upsilon,Phi,Chi,Psi,Omega,8alpha,beta,gamma,delta,epsilon,' +
  'zeta,eta,theta,iota,kappa,lambda,mu,nu,xi,omicron,pi,rho,sigmaf,sigma,tau,upsilon,phi,chi,psi,omega,8thetasym,' +
  'upsih,4piv,7212ensp,emsp,emsp13,emsp14,2numsp,puncsp,ThinSpace thinsp,VeryThinSpace hairsp,NegativeMediumSpace ' +
  'NegativeThickSpace NegativeThinSpace NegativeVeryThinSpace ZeroWidthSpace,zwnj,zwj,lrm,rlm,dash hyphen,3ndash,' +
  'mdash,horbar,Verbar Vert,2OpenCurlyQuote lsquo,CloseCurlyQuote rsquo rsquor,lsquor sbquo,2OpenCurlyDoubleQuote ' +
  'ldquo,CloseCurlyDoubleQuote rdquo rdquor,bdquo ldquor,2dagger,Dagger ddagger,bull bullet,3nldr,hellip mldr,' +
  '10permil,pertenk,prime,Prime,tprime,backprime bprime,4lsaquo,rsaquo,4OverBar oline,3caret,2hybull,frasl,11bsemi,' +
  '8qprime,8MediumSpace,NoBreak,ApplyFunction af,InvisibleTimes it,InvisibleComma ic,73euro,101image,7weierp,4real,' +
  '6trade,19alefsym,91larr,uarr,rarr,darr,harr,33crarr,27lArr,uArr,rArr,dArr,hArr,44forall,2part,exist,2empty,' +
  '2nabla,isin,notin,2ni,4prod,2sum,minus,5lowast,3radic,3prop,infin,2ang,7and,or,cap,cup,int,9there4,8sim,9cong,' +
  '3asymp,24ne,equiv,3le,ge,29sub,sup,nsub,2sube,supe,14oplus,2otimes,14perp,32sdot,67lceil,rceil,lfloor,rfloor,' +
  '703loz,150spades,3clubs,2hearts,diams,386lang,rang';
